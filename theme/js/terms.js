// What a word means, at hand: on hover, on focus and at the first tap. The link itself leads to the glossary.
"use strict";

{
  const tip = document.createElement("div");
  tip.id = "term-tip";
  tip.className = "term-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  const EDGE = 8; // px, to the edges of the screen
  const GAP = 4; // px, between a word and its meaning
  const GRACE = 300; // ms, in which the pointer may cross that gap
  let shownFor = null;
  let tapped = false; // the click to come is a finger's
  let leaving;

  const stay = () => clearTimeout(leaving);
  const hide = () => {
    stay();
    tip.hidden = true;
    shownFor?.removeAttribute("aria-describedby");
    shownFor = null;
  };
  const leave = () => {
    stay();
    leaving = setTimeout(() => { if (document.activeElement !== shownFor) hide(); }, GRACE);
  };

  const place = (link) => {
    // From the left edge a box takes all the width that it needs.
    tip.style.left = "0";
    tip.style.top = "0";
    const { clientWidth, clientHeight } = document.documentElement;
    const lines = link.getClientRects();
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const left = Math.max(EDGE, Math.min(last.left, clientWidth - tip.offsetWidth - EDGE));
    const above = first.top - GAP - tip.offsetHeight;
    const below = last.bottom + GAP;
    const fits = below + tip.offsetHeight <= clientHeight - EDGE || above < EDGE;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(fits ? below : above) + scrollY}px`;
  };
  const show = (link) => {
    stay();
    if (shownFor === link) return;
    hide();
    shownFor = link;
    tip.textContent = link.dataset.tip;
    tip.hidden = false;
    link.setAttribute("aria-describedby", tip.id);
    place(link);
  };

  const terms = document.querySelectorAll("a.term[data-tip]");
  if (terms.length) document.querySelector("main").append(tip);
  for (const link of terms) {
    link.addEventListener("pointerenter", ({ pointerType }) => { if (pointerType !== "touch") show(link); });
    link.addEventListener("pointerleave", ({ pointerType }) => { if (pointerType !== "touch") leave(); });
    link.addEventListener("pointerdown", ({ pointerType }) => { tapped = pointerType === "touch"; });
    link.addEventListener("focus", () => { if (!tapped) show(link); });
    link.addEventListener("blur", hide);
    link.addEventListener("click", (event) => {
      if (tapped && shownFor !== link) { event.preventDefault(); show(link); }
      tapped = false;
    });
  }
  tip.addEventListener("pointerenter", stay);
  tip.addEventListener("pointerleave", leave);
  addEventListener("pointerdown", ({ target }) => {
    if (shownFor && !shownFor.contains(target) && !tip.contains(target)) hide();
  });
  addEventListener("keydown", ({ key }) => {
    tapped = false;
    if (key === "Escape") hide();
  });
  addEventListener("resize", hide);
}
