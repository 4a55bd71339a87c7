// The level is a slider over the recording; it, the player and the list of segments go together.
const wave = document.getElementById("wave");
const cursor = wave.querySelector(".cursor");
const buttons = [...document.querySelectorAll(".segments button")];
const player = document.getElementById("player");
const length = Number(wave.dataset.seconds);
let position = 0;
const words = (seconds) => {
  const tenths = Math.round(seconds * 10);
  const rest = String(Math.floor(tenths / 10) % 60).padStart(2, "0") + "." + (tenths % 10);
  const minutes = Math.floor(tenths / 600);
  return minutes < 60 ? minutes + ":" + rest : Math.floor(minutes / 60) + ":" + String(minutes % 60).padStart(2, "0") + ":" + rest;
};
const show = (seconds) => {
  position = Math.max(0, Math.min(length, seconds));
  cursor.style.left = (length > 0 ? 100 * position / length : 0) + "%";
  wave.setAttribute("aria-valuenow", position.toFixed(1));
  wave.setAttribute("aria-valuetext", words(position));
  for (const button of buttons) {
    if (position >= Number(button.dataset.start) && position < Number(button.dataset.end)) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
};
const go = (seconds) => {
  show(seconds);
  if (player) player.currentTime = position;
};
wave.addEventListener("click", (event) => {
  const place = wave.getBoundingClientRect();
  go(length * (event.clientX - place.left) / place.width);
});
wave.addEventListener("keydown", (event) => {
  const step = event.shiftKey ? 10 : 1;
  const keys = {
    ArrowRight: () => go(position + step),
    ArrowUp: () => go(position + step),
    ArrowLeft: () => go(position - step),
    ArrowDown: () => go(position - step),
    Home: () => go(0),
    End: () => go(length),
    " ": () => { if (player) player.paused ? player.play() : player.pause(); },
  };
  const key = keys[event.key];
  if (!key || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  key();
});
for (const button of buttons) button.addEventListener("click", () => {
  go(Number(button.dataset.start));
  if (player) player.play();
});
if (player) {
  const follow = () => {
    show(player.currentTime);
    if (!player.paused) requestAnimationFrame(follow);
  };
  player.addEventListener("play", follow);
  player.addEventListener("seeked", () => show(player.currentTime));
  player.addEventListener("pause", () => show(player.currentTime));
  player.addEventListener("error", () => {
    const note = document.createElement("p");
    note.className = "meta";
    note.textContent = "This browser does not find or play the recording.";
    player.after(note);
  }, { once: true });
}
show(0);
