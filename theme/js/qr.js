// A QR code that fills the screen, dark on light whatever the page's colours are. `share.js` asks for this file
// and for the library when a code is wanted.
"use strict";

{
  const QUIET = 4; // modules of white around the code, which readers need
  const SVG = "http://www.w3.org/2000/svg";
  const element = (name, attributes = {}) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const draw = (text) => {
    const code = window.qrcode(0, "M"); // as small as the text allows
    code.addData(text);
    code.make();
    const count = code.getModuleCount();
    let path = "";
    for (let y = 0; y < count; y++) {
      for (let x = 0; x < count; x++) {
        if (code.isDark(y, x)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
      }
    }
    const side = count + 2 * QUIET;
    const svg = element("svg", {
      viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": `QR code: ${text}`,
      "shape-rendering": "crispEdges", class: "share-code__square",
    });
    svg.append(element("rect", { width: side, height: side, fill: "#fff" }), element("path", { d: path, fill: "#000" }));
    return svg;
  };

  const dialog = document.createElement("dialog");
  dialog.className = "share-code";
  dialog.id = "share-code";
  dialog.setAttribute("aria-labelledby", "share-code-title");
  const close = document.querySelector("#share [data-close]").cloneNode(true);
  close.addEventListener("click", () => dialog.close());
  const line = (tag, name) => {
    const made = document.createElement(tag);
    made.className = name;
    return made;
  };
  const title = line("h2", "share-code__title");
  title.id = "share-code-title";
  const whose = line("p", "share-code__whose");
  const address = line("p", "share-code__address");
  const place = line("div", "share-code__place");
  dialog.append(close, place, title, whose, address);
  document.body.append(dialog);

  window.guideCode = (what) => {
    place.replaceChildren(draw(what.address));
    title.textContent = what.title;
    whose.textContent = what.whose;
    address.textContent = what.address;
    return dialog;
  };
}
