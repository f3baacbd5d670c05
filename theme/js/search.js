// Search of one reading, with one tap to the other. The index comes when the search is opened.
"use strict";

{
  const dialog = document.getElementById("search");
  const button = document.querySelector(".ribbon__search");
  const field = dialog?.querySelector("input");
  const list = dialog?.querySelector("ol");
  const status = dialog?.querySelector("[role=status]");
  const change = dialog?.querySelector("[data-switch-reading]");
  const whose = dialog?.querySelector("[data-whose]");
  const root = new URL(dialog?.dataset.root + "/", location.href);
  const fromDisk = location.protocol === "file:";
  const MOST = 12; // results
  const MEANINGS = 3; // of them from the glossary

  // Words and numbers, in small letters and without accents; “2+” is a word of its own.
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const tokens = (text) => fold(text).match(/[\p{L}\p{N}]+\+?/gu) ?? [];

  // One changed, missing or added letter, or two letters changed round.
  const nearly = (a, b) => {
    if (a === b) return true;
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    const [restA, restB] = [a.slice(at), b.slice(at)];
    return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2));
  };

  const indexes = {};
  const load = (reading) => indexes[reading] ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(`search/${reading}.js`, root);
    script.onload = () => done(prepare(window.guideIndex[reading]));
    script.onerror = () => { delete indexes[reading]; failed(); };
    document.head.append(script);
  });

  const prepare = ({ pages, parts }) => parts.map(([page, id, heading, text, called]) => {
    const [path, title, also] = pages[page];
    const first = id === "" ? 1 : 0; // the head of a page stands for all of it
    const glossary = path.endsWith("/glossary");
    const whole = glossary ? .25 : 1; // a page says more than a word's meaning
    const fields = [[title, 5 + 7 * first], [also, 3 + 6 * first], [heading, 8], [called, 5], [text, 1]];
    return {
      path, id, heading, title, text, glossary,
      fields: fields.map(([words, weight]) => [tokens(words), weight * whole]),
      plain: tokens(`${title} ${heading} ${text}`).join(" "),
    };
  });

  // How well one word of the query fits one field: the whole word, its beginning, or nearly it.
  const fit = (word, words) => {
    let best = 0, times = 0;
    for (const token of words) {
      const how = token === word ? 1 : token.startsWith(word) && word.length > 1 ? .7
        : word.length > 4 && nearly(word, token) ? .35 : 0;
      if (how) times++;
      if (how > best) best = how;
    }
    return best * (1 + Math.log(Math.max(times, 1)) / 3);
  };

  const rank = (parts, query) => {
    const words = [...new Set(tokens(query))];
    const phrase = tokens(query).join(" ");
    const found = [];
    for (const part of parts) {
      let score = 0, missing = 0;
      for (const word of words) {
        const of = part.fields.reduce((sum, [field, weight]) => sum + weight * fit(word, field), 0);
        if (of) score += of; else missing++;
      }
      if (!score || missing === words.length) continue;
      if (words.length > 1 && part.plain.includes(phrase)) score *= 1.5;
      found.push({ part, score: score / 4 ** missing });
    }
    found.sort((a, b) => b.score - a.score);
    let left = MEANINGS;
    return found
      .filter(({ part, score }) => score > found[0].score / 40 && (!part.glossary || left-- > 0))
      .slice(0, MOST)
      .map(({ part }) => part);
  };

  // A few words around the first match, with all matches marked.
  const excerpt = (text, query) => {
    const words = tokens(query);
    const pieces = text.split(/(\s+)/);
    const hits = pieces.map((piece) => tokens(piece).some((t) => words.some((w) => t === w || (w.length > 1 && t.startsWith(w)))));
    const start = Math.max(hits.indexOf(true) - 12, 0);
    const line = document.createElement("p");
    if (start) line.append("… ");
    pieces.slice(start, start + 56).forEach((piece, i) => {
      if (!hits[start + i]) return line.append(piece);
      const mark = document.createElement("mark");
      mark.textContent = piece;
      line.append(mark);
    });
    if (start + 56 < pieces.length) line.append(" …");
    return line;
  };

  const item = (part, query) => {
    const link = document.createElement("a");
    const url = new URL(part.path + (fromDisk ? "/index.html" : "/"), root);
    url.hash = part.id;
    link.href = url;
    link.textContent = part.heading || part.title;
    link.addEventListener("click", () => dialog.close());
    const entry = document.createElement("li");
    entry.append(link);
    if (part.heading) {
      const where = document.createElement("span");
      where.className = "search__page";
      where.textContent = part.title;
      entry.append(where);
    }
    entry.append(excerpt(part.text, query));
    return entry;
  };

  let reading = dialog?.dataset.reading, asked = 0;
  const show = async () => {
    const query = field.value.trim(), turn = ++asked;
    change.hidden = !tokens(query).length;
    if (change.hidden) { list.replaceChildren(); status.textContent = ""; return; }
    try {
      const found = rank(await load(reading), query);
      if (turn !== asked) return; // somebody typed on
      list.replaceChildren(...found.map((part) => item(part, query)));
      status.textContent = found.length === 0 ? "Nothing found. Try another word, or fewer words."
        : found.length === 1 ? "1 result" : `${found.length} results`;
    } catch {
      status.textContent = "The search could not be loaded. Try again, or use the menu.";
    }
  };

  const turn = (to) => {
    reading = to;
    const mine = to === dialog.dataset.reading;
    whose.textContent = mine ? whose.dataset.mine : whose.dataset.theirs;
    change.querySelector("[data-to]").textContent = mine ? whose.dataset.theirs : whose.dataset.mine;
    dialog.dataset.shown = to;
    show();
  };

  const open = () => {
    dialog.showModal();
    turn(dialog.dataset.reading);
    field.select();
    load(reading).catch(() => {});
  };

  if (dialog?.showModal && button) {
    button.hidden = false;
    button.addEventListener("click", open);
    field.addEventListener("input", show);
    dialog.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.focus();
    });
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", ({ target }) => { if (target === dialog) dialog.close(); });
    change.addEventListener("click", () => {
      turn(reading === "patient" ? "professional" : "patient");
      field.focus();
    });
    addEventListener("keydown", (event) => {
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== "/" || typing || dialog.open || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      open();
    });
  }
}
