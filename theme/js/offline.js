// Keep this reading on the device. The worker does the work; here are the button and what it says.
// Without a press nothing is stored and no worker is registered.
"use strict";
{
  const box = document.querySelector(".keep, .kept");
  const workers = navigator.serviceWorker; // only over https, or from this very machine
  const root = box && new URL(box.dataset.root.replace(/\/*$/, "/"), location.href);
  const { reading } = box?.dataset ?? {};

  const ask = (worker, wish, progress) => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (data.told) done(data.told);
      else progress?.(data);
    };
    worker.postMessage({ wish, reading }, [port2]);
  });
  const present = async () => (await workers.getRegistration(root))?.active;

  const controls = () => {
    const words = JSON.parse(box.dataset.words);
    const status = box.querySelector("[role=status]");
    const bar = box.querySelector("progress");
    const buttons = [...box.querySelectorAll("[data-wish]")];
    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

    const show = ({ kept, newer }) => {
      const shown = { keep: !kept, newer, remove: kept };
      for (const part of box.querySelectorAll("[data-when]")) part.hidden = !shown[part.dataset.when];
      const said = [kept && fill(words.kept, kept), newer && fill(words.newer, newer)];
      status.textContent = said.filter(Boolean).join(". ");
    };

    const press = async ({ currentTarget: button }) => {
      const { wish } = button.dataset;
      for (const each of buttons) each.disabled = true;
      try {
        if (wish === "keep") {
          status.textContent = words.keeping;
          navigator.storage?.persist?.().catch(() => {}); // not to be cleared for want of room
          await workers.register(new URL("sw.js", root));
        }
        const { active } = await workers.ready;
        const told = await ask(active, wish, ({ done, all }) => {
          bar.hidden = false;
          bar.value = done / all;
        });
        // Before it is said to be gone, it is.
        if (!told.readings.length) await (await workers.getRegistration(root)).unregister();
        show(told);
        if (wish === "remove") status.textContent = words.removed;
        if (told.failed) status.textContent = words.failed;
      } catch {
        status.textContent = words.failed;
      }
      bar.hidden = true;
      for (const each of buttons) each.disabled = false;
      status.focus(); // the button may be gone
    };
    for (const button of buttons) button.addEventListener("click", press);

    present()
      .then((worker) => (worker ? ask(worker, "state") : {}))
      .then((told) => { show(told); box.hidden = false; })
      .catch(() => {}); // a browser that has workers, and does not let them be used
  };

  // On the page that says that a page is not kept: the way to what is.
  const ways = async () => {
    const worker = await present();
    const { readings } = worker ? await ask(worker, "state") : { readings: [] };
    for (const way of box.querySelectorAll("[data-kept]")) way.hidden = !readings.includes(way.dataset.kept);
    box.hidden = !readings.length;
  };

  if (box && workers && globalThis.caches) {
    if (box.matches(".keep")) controls();
    else ways();
  }
}
