// A pack: several pages with one link and one print. What is ticked stands in the address, as in `#t=m2xd.k7f3`,
// by the pages' short ids or their names. Whoever opens such an address sees the pack; the boxes to tick are one
// tap away.
"use strict";

{
  const place = document.querySelector(".pack");
  const words = place.dataset;
  const page = place.parentElement;
  const heading = page.querySelector("h1");
  const summary = page.querySelector(".summary");
  const first = { heading: heading.textContent, summary: summary.textContent, title: document.title };
  const here = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/[?#].*/, "");
  const fromDisk = location.protocol === "file:";

  const make = (tag, properties = {}, ...inside) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside);
    return made;
  };

  // --- The topics, each with a box to tick and a label in the place of its link.

  const topics = [...page.querySelectorAll("li[data-topic]")].map((item) => {
    const { topic, short } = item.dataset;
    const link = item.querySelector("a");
    const box = make("input", { type: "checkbox", id: `pick-${topic}` });
    item.prepend(box, make("label", { htmlFor: box.id }, link.textContent));
    return { item, link, box, names: [short, topic].filter(Boolean), short, title: link.textContent };
  });
  const ticked = () => topics.filter(({ box }) => box.checked);
  const hash = () => `#t=${ticked().map(({ names }) => names[0]).join(".")}`;

  // --- Controls.

  const status = make("p", { className: "pack__status" });
  status.setAttribute("role", "status");
  const buttons = make("p", { className: "pack__buttons" });
  const button = (text, onclick) => {
    const made = make("button", { type: "button", className: "tools__item", textContent: text, onclick });
    buttons.append(made);
    return made;
  };
  const say = (...lines) => {
    status.replaceChildren(...lines.filter(Boolean).map((line) => make("span", {}, line)));
  };
  const count = () => {
    const number = ticked().length;
    return number === 0 ? words.nothing : number === 1 ? words.one : words.some.replace("{count}", number);
  };

  const print = button(words.print, async () => {
    if (fromDisk) return say(count(), words.fromDisk);
    print.disabled = true;
    try {
      await gather();
      window.print();
    } catch {
      say(count(), words.failed);
    }
    print.disabled = false;
  });
  const share = button(words.share, () => {
    share.focus();
    document.dispatchEvent(new CustomEvent("guide:share", { detail: {
      title: words.yours,
      whose: words.whose,
      address: here + hash(),
      lines: ["", ...ticked().map(({ title }) => `– ${title}`), ""],
    } }));
  });
  share.setAttribute("aria-haspopup", "dialog");
  const change = button(words.change, () => {
    show(true);
    topics[0].box.focus();
  });
  const clear = button(words.clear, () => {
    for (const { box } of topics) box.checked = false;
    keep();
  });

  // --- Show what is ticked: as a list to choose from, or as a pack to read.

  let unknown = [];
  const show = (choosing) => {
    page.classList.toggle("is-pack", !choosing);
    heading.textContent = choosing ? first.heading : words.yours;
    summary.textContent = choosing ? first.summary : words.lead;
    document.title = choosing ? first.title : `${words.yours} – ${words.site}`;
    for (const { item, box } of topics) item.hidden = !choosing && !box.checked;
    for (const list of page.querySelectorAll(":scope > ul")) {
      const empty = [...list.children].every((item) => item.hidden);
      list.hidden = empty;
      list.previousElementSibling.hidden = empty;
    }
    change.hidden = choosing;
    clear.hidden = !choosing;
    print.disabled = share.disabled = clear.disabled = !ticked().length;
    say(count(), unknown.length > 0 && words.unknown.replace("{ids}", unknown.join(", ")));
  };
  const keep = () => {
    unknown = [];
    printed?.remove();
    // Without a hash, the address is that of the page; the state belongs to open sheets.
    history.replaceState(history.state, "", ticked().length ? hash() : location.pathname + location.search);
    show(true);
  };
  const arrive = () => {
    const asked = location.hash.startsWith("#t=") ? location.hash.slice(3).split(".").filter(Boolean) : [];
    for (const { box, names } of topics) box.checked = names.some((name) => asked.includes(name));
    unknown = [...new Set(asked)].filter((id) => !topics.some(({ names }) => names.includes(id)));
    printed?.remove();
    show(!ticked().length);
  };

  // --- Print: the pages themselves, each on a sheet of its own.

  let printed = null;
  const gather = async () => {
    const sheets = await Promise.all(ticked().map(async ({ link, short }) => {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
      const read = new DOMParser().parseFromString(await answer.text(), "text/html");
      const body = document.importNode(read.querySelector("article .reading"), true);
      for (const gone of body.querySelectorAll(".tools, .minutes, .on-page, .counterpart, script, button, dialog")) gone.remove();
      for (const picture of body.querySelectorAll("img")) {
        picture.src = new URL(picture.getAttribute("src"), link.href);
        picture.loading = "eager";
      }
      // On paper, and in a PDF with several pages, links within a page lead nowhere.
      for (const inner of body.querySelectorAll("a[href^='#']")) inner.removeAttribute("href");
      const published = read.querySelector("link[rel=canonical]")?.href ?? link.href;
      const address = short ? new URL(`../s/${short}/`, here).href : published;
      const from = make("p", { className: "pack-sheet__from" }, `${words.site} · ${words.whose} · Edition ${words.edition} · ${address}`);
      return make("section", { className: "pack-sheet" }, from, body);
    }));
    printed?.remove();
    printed = make("div", { className: "pack-print" }, ...sheets);
    page.append(printed);
    await Promise.all([...printed.querySelectorAll("img")].map((picture) => picture.decode().catch(() => {})));
  };

  place.append(status, buttons);
  for (const { box } of topics) box.addEventListener("change", keep);
  addEventListener("hashchange", arrive);
  arrive();
  document.documentElement.classList.remove("awaits"); // see `js/early.js`
}
