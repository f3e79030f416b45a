/** Runs in the page before anything of its own: times its opening, and the paint after each input. */
(() => {
  const { benchSelector } = window;
  const marks = { visibleMs: null, hydratedMs: null };
  window.benchMarks = marks;
  window.benchDelays = [];

  const look = () => {
    const element = document.querySelector(benchSelector);
    if (element !== null) {
      const now = performance.now();
      marks.visibleMs ??= now;
      // React leaves its mark on each element that it has taken over.
      const isTaken = Object.keys(element).some((key) => key.startsWith('__reactFiber'));
      if (isTaken) marks.hydratedMs ??= now;
    }
    if (marks.hydratedMs === null) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  const timePaint = (event) => {
    if (!event.isTrusted) return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // Handled when the frame that the callback above belongs to is on its way to the screen.
      port1.onmessage = () => window.benchDelays.push(performance.now() - event.timeStamp);
      port2.postMessage(null);
    });
  };
  for (const type of ['click', 'input', 'drop']) {
    window.addEventListener(type, timePaint, { capture: true });
  }
})();
