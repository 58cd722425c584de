// The slider for time: who you knew, and who was tied to whom, as of a month; or all of it at once.
const when = element("when");
const then = element("then");
const kPlayMs = 9000;
let playing = 0;

const firstMonth = people.since.reduce(
  (least, day) => (day == null ? least : Math.min(least, monthOf(day))), state.end);

function sayTime() {
  const now = state.now >= state.end;
  then.textContent = now ? "today" : sayMonth(state.now);
  let there = size;
  if (!now) {
    there = 0;
    for (let i = 0; i < size; i++) there += isThere(i);
  }
  when.setAttribute("aria-valuetext", `${now ? "today" : sayMonth(state.now)}: ${counted(there, "person", "people")}`);
}

function setTime(month) {
  state.now = Math.min(state.end, Math.max(firstMonth, month));
  when.value = String(state.now);
  if (state.picked >= 0 && !isThere(state.picked)) pick(-1);
  sayTime();
  repaint();
}

function stop() {
  cancelAnimationFrame(playing);
  playing = 0;
  element("play").setAttribute("aria-label", "Watch it grow");
  element("play").querySelector("path").setAttribute("d", "M5 3l8 5-8 5z");
}

function play() {
  if (playing) return stop();
  const from = state.now >= state.end ? firstMonth : state.now;
  const start = performance.now();
  const months = state.end - from;
  const took = (kPlayMs * months) / Math.max(1, state.end - firstMonth);
  element("play").setAttribute("aria-label", "Stop");
  element("play").querySelector("path").setAttribute("d", "M4 4h8v8h-8z");
  const step = (time) => {
    const share = Math.min(1, Math.max(0, time - start) / took);
    const month = from + Math.round(months * share);
    // The next month waits until this one is painted, so that a slow machine skips, not stutters.
    if (month !== state.now && !detail.job) setTime(month);
    if (share < 1) playing = requestAnimationFrame(step);
    else stop();
  };
  playing = requestAnimationFrame(step);
}

when.min = String(firstMonth);
when.max = String(state.end);
when.value = String(state.end);
when.addEventListener("input", () => {
  if (playing) stop();
  setTime(Number(when.value));
});
element("play").addEventListener("click", play);
element("time").hidden = firstMonth >= state.end || size < 2;
sayTime();
