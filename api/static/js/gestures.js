// Mouse, pen and touch on the stage: drag to pan, wheel to zoom, drag a box when drawing.

import { svg } from "./dom.js";

const STEP = 1.2;

/** Wires the stage to its viewer; onDrawn gets (page index, box) when a box was drawn. */
export function wireStage(stage, viewer, onDrawn) {
  let from = null;
  let drawnBox = null;

  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const frame = stage.getBoundingClientRect();
    const factor = event.deltaY < 0 ? STEP : 1 / STEP;
    viewer.zoom(factor, [event.clientX - frame.left, event.clientY - frame.top]);
  }, { passive: false });

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !viewer.current?.large) return;
    from = { x: event.clientX, y: event.clientY, lastX: event.clientX, lastY: event.clientY };
    viewer.moved = false;
    if (stage.classList.contains("drawing")) {
      event.preventDefault();
      from.point = viewer.pointAt(event.clientX, event.clientY);
      drawnBox = svg("rect", { class: "mark-box drawn" });
      viewer.overlay.append(drawnBox);
      stage.setPointerCapture(event.pointerId);
    }
  });

  stage.addEventListener("pointermove", (event) => {
    if (!from) return;
    if (drawnBox) return outline(event);
    if (!viewer.moved && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 4) return;
    if (!viewer.moved) stage.setPointerCapture(event.pointerId);
    viewer.moved = true;
    stage.classList.add("dragging");
    viewer.pan(event.clientX - from.lastX, event.clientY - from.lastY);
    Object.assign(from, { lastX: event.clientX, lastY: event.clientY });
  });

  const finish = (event) => {
    if (drawnBox) {
      const box = boxTo(event);
      drawnBox = null;
      if (box[2] - box[0] > 0.005 && box[3] - box[1] > 0.003) onDrawn(viewer.page, box);
      else viewer.draw();
    }
    from = null;
    stage.classList.remove("dragging");
    setTimeout(() => { viewer.moved = false; });
  };
  stage.addEventListener("pointerup", finish);
  stage.addEventListener("pointercancel", finish);

  function boxTo(event) {
    const [x, y] = viewer.pointAt(event.clientX, event.clientY);
    const [a, b] = from.point;
    return [Math.min(a, x), Math.min(b, y), Math.max(a, x), Math.max(b, y)];
  }

  function outline(event) {
    const [l, t, r, b] = boxTo(event);
    const { width, height } = viewer.current;
    for (const [name, value] of Object.entries({
      x: l * width, y: t * height, width: (r - l) * width, height: (b - t) * height,
    })) drawnBox.setAttribute(name, value);
  }
}
