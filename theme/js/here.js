// The page of a reading that was used last on this device, for the front page to offer. It stays on the
// device, and is kept only once the reader has done something on that page.
"use strict";

{
  const key = `${document.querySelector("meta[name=application-name]").content}:last`;
  const here = document.querySelector("[data-here]");
  const place = document.querySelector(".here");

  if (here) {
    const uses = ["pointerdown", "keydown", "wheel", "touchmove"];
    const keep = () => {
      for (const use of uses) removeEventListener(use, keep);
      const title = document.querySelector("h1").textContent;
      try {
        localStorage.setItem(key, JSON.stringify([here.dataset.here, title]));
      } catch { /* then nothing is offered */ }
    };
    for (const use of uses) addEventListener(use, keep, { passive: true });
  }

  // Browsers may show the page again as it was, after another was read.
  const offer = () => {
    let path, title;
    try {
      [path, title] = JSON.parse(localStorage.getItem(key)) ?? [];
    } catch { /* nothing */ }
    const reading = /^(patient|professional)\/(?:[\w-]+\/)?$/.exec(path)?.[1];
    place.firstElementChild.hidden = !reading;
    if (!reading) return;
    const link = place.querySelector("a");
    link.href = location.protocol === "file:" ? `${path}index.html` : path;
    link.textContent = title;
    place.querySelector("[data-whose]").textContent = place.dataset[reading];
  };
  if (place) {
    place.querySelector("button").addEventListener("click", () => {
      try {
        localStorage.removeItem(key);
      } catch { /* nothing was kept */ }
      offer();
    });
    addEventListener("pageshow", offer);
    offer();
  }
}
