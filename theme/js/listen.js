// The page read aloud by the device, paragraph by paragraph. Only voices that live on the device are used:
// others would send the text elsewhere.
"use strict";

{
  const speech = window.speechSynthesis;
  const button = document.querySelector(".listen-button");
  const bar = document.querySelector(".listen");
  const MOST = 200; // characters at a time: browsers fall silent in longer texts
  const PARTS = "h1, h2, h3, h4, p, li, dt, dd, summary, caption, tr, figcaption, img, svg[role=img]";
  const SILENT = ".tools, .minutes, .on-page, .counterpart, .page-foot, #sources, #sources ~ *, sup.cite, " +
    "[hidden], [aria-hidden=true]";

  // --- What is said.

  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  const words = (element, without) => {
    const copy = element.cloneNode(true);
    for (const part of copy.querySelectorAll(without)) part.remove();
    return tidy(copy.textContent);
  };
  // A row says of each cell what it is; its first cell is its name.
  const row = (tr) => {
    const heads = tr.closest("table").tHead?.rows[0]?.cells ?? [];
    if ([...heads].includes(tr.cells[0])) return "";
    const cells = [...tr.cells].map((cell, i) => {
      const text = words(cell, SILENT);
      const head = i && heads[i] && words(heads[i], SILENT);
      return head && text ? `${head}: ${text}` : text;
    });
    return cells.filter(Boolean).join("; ");
  };
  const said = (part) => {
    if (part.matches("tr")) return row(part);
    if (part.matches("img")) return tidy(part.alt);
    if (part.matches("svg")) return [...part.querySelectorAll("title, desc")].map((e) => tidy(e.textContent)).join(". ");
    return words(part, `${SILENT}, ${PARTS}`);
  };
  const pieces = (text) => {
    const found = [];
    while (text.length > MOST) {
      const head = text.slice(0, MOST);
      const ends = [/^.*[.!?](?=\s)/, /^.*[,;:](?=\s)/, /^.*(?=\s)/].map((end) => end.exec(head)?.[0].length);
      const cut = ends.find((length) => length > 0) ?? MOST;
      found.push(text.slice(0, cut));
      text = text.slice(cut).trim();
    }
    return [...found, text];
  };
  const gather = () =>
    [...document.querySelectorAll(`.reading :is(${PARTS})`)]
      .filter((part) => !part.closest(SILENT) && !part.parentElement.closest("tr, svg") && part.checkVisibility?.() !== false)
      .map((part) => ({ part, text: said(part) }))
      .filter(({ text }) => text)
      .map(({ part, text }) => ({ part, pieces: pieces(text) }));

  // --- Who says it.

  const language = document.documentElement.lang.toLowerCase();
  const voice = () => {
    const short = (tag) => tag.toLowerCase().split(/[-_]/)[0];
    const fit = speech.getVoices().filter(({ lang, localService }) => localService && short(lang) === short(language));
    return fit.find(({ default: usual }) => usual) ?? fit[0];
  };

  // --- Saying it.

  const pause = bar?.querySelector("[data-pause]");
  const rate = bar?.querySelector("select");
  let parts = [], at = 0, piece = 0, reading = false;
  let current = null; // kept, or browsers may throw it away and never tell its end

  const mark = (part) => {
    document.querySelector(".is-read")?.classList.remove("is-read");
    part?.classList.add("is-read");
    if (!part) return;
    const { top, bottom } = part.getBoundingClientRect();
    const ribbon = document.querySelector(".ribbon").offsetHeight;
    if (top > ribbon && bottom < innerHeight - bar.offsetHeight) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const tall = bottom - top > innerHeight / 2;
    part.scrollIntoView({ block: tall ? "start" : "center", behavior: still ? "instant" : "smooth" });
  };
  const hush = () => {
    current = null;
    speech.cancel();
  };
  const speak = () => {
    hush();
    const utterance = new SpeechSynthesisUtterance(parts[at].pieces[piece]);
    utterance.voice = voice();
    utterance.lang = utterance.voice?.lang ?? language;
    utterance.rate = Number(rate.value);
    utterance.onend = () => { if (current === utterance) go(); };
    utterance.onerror = () => { if (current === utterance) halt(); };
    current = utterance;
    speech.speak(utterance);
  };
  const show = () => {
    bar.dataset.reading = reading;
    pause.setAttribute("aria-label", reading ? "Pause" : "Resume");
  };
  // To pause is to stop: the piece is said again from its start, since not all browsers can go on in it.
  const halt = () => {
    reading = false;
    hush();
    show();
  };
  const go = () => {
    piece++;
    if (piece < parts[at].pieces.length) return speak();
    if (at + 1 === parts.length) return stop();
    step(1);
  };
  const step = (by) => {
    at = Math.min(Math.max(at + by, 0), parts.length - 1);
    piece = 0;
    mark(parts[at].part);
    if (reading) speak();
  };
  const resume = () => {
    reading = true;
    show();
    speak();
  };
  const start = () => {
    parts = gather();
    at = 0;
    bar.hidden = false;
    reading = true;
    show();
    step(0);
    pause.focus();
  };
  const stop = () => {
    const inside = bar.contains(document.activeElement);
    halt();
    mark(null);
    bar.hidden = true;
    if (inside) button.focus({ preventScroll: true });
  };

  if (speech && button) {
    const look = () => { button.dataset.voice = voice() ? "yes" : "no"; };
    speech.addEventListener?.("voiceschanged", look);
    look();
    button.addEventListener("click", start);
    pause.addEventListener("click", () => (reading ? halt() : resume()));
    for (const way of bar.querySelectorAll("[data-step]")) way.addEventListener("click", () => step(Number(way.dataset.step)));
    rate.addEventListener("change", () => { if (reading) speak(); });
    bar.querySelector("[data-stop]").addEventListener("click", stop);
    addEventListener("pagehide", () => { if (!bar.hidden) stop(); });
  }
}
