// A page turned by hand stays turned, for everybody.

import { one, say } from "./dom.js";
import { call } from "./service.js";
import { redrawCrops } from "./spots.js";

// Three quarters in a row are one turn.
const PAUSE = 700;

export function wireTurning(review) {
  const waiting = new Map();
  const nameOf = ({ file, number }) => `${file}/${number}`;

  /** What the viewer has turned: shown everywhere at once, saved a moment later. */
  review.turned = (page) => {
    show(page);
    if (!review.mayChange) return;
    clearTimeout(waiting.get(nameOf(page)));
    waiting.set(nameOf(page), setTimeout(() => save(nameOf(page), page.turns), PAUSE));
  };

  function show(page) {
    const index = review.viewer.pages.indexOf(page);
    const thumb = one(`.thumb[data-page="${index}"]`);
    Object.assign(thumb.dataset, { turns: page.turns, version: page.version });
    redrawCrops(one("#shelf"), review.viewer.pages, index);
  }

  async function save(which, turns) {
    // The pages may have been fetched anew meanwhile.
    const page = review.viewer.pages.find((each) => nameOf(each) === which);
    const body = { turn: turns * 90, version: page.version };
    const answer = await call("PUT", `${review.base}/pages/${which}/turn`, { body });
    if (!answer.ok) {
      say(answer.fault, true);
      return review.refresh({ announce: false });
    }
    Object.assign(page, { turns, version: answer.body.version });
    show(page);
    say(`第 ${page.number} 页的方向已保存，同事看到的也是这样`);
  }
}
