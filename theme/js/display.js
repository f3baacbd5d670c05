// How pages look on this device: size of text, space between lines, colours, contrast. `early.js` applies
// what is remembered on each page before anything is drawn; here it is chosen.
"use strict";

{
  const form = document.querySelector(".display form");
  const root = document.documentElement;
  const key = `${document.querySelector("meta[name=application-name]").content}:display`;
  const names = ["size", "lines", "scheme", "contrast"];

  const apply = (chosen) => {
    for (const name of names) {
      if (chosen[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
  };
  const tick = () => {
    for (const name of names) form.elements[name].value = root.dataset[name] ?? "";
  };
  // Where the device remembers nothing, what is chosen holds for this page.
  const recall = () => {
    try {
      apply(JSON.parse(localStorage.getItem(key)) ?? {});
    } catch { /* as it is */ }
    tick();
  };
  const choose = () => {
    const chosen = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    apply(chosen);
    try {
      if (Object.keys(chosen).length) localStorage.setItem(key, JSON.stringify(chosen));
      else localStorage.removeItem(key);
    } catch { /* for this page only */ }
  };

  form.addEventListener("change", choose);
  form.addEventListener("reset", () => setTimeout(choose)); // after the form is as it was
  form.addEventListener("submit", (event) => event.preventDefault());
  // Chosen in another window, or on the page that the reader comes back from.
  addEventListener("storage", (event) => { if (event.key === key || event.key === null) recall(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) recall(); });
  tick();
}
