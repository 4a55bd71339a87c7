// One clip plays at a time; space, j and k go through those that are shown.
const items = [...document.querySelectorAll(".errors li")];
const shown = () => items.filter((item) => !item.hidden);
let current = null;
for (const item of items) {
  const audio = item.querySelector("audio");
  audio.addEventListener("play", () => {
    for (const other of items) if (other !== item) other.querySelector("audio").pause();
    current = item;
    item.classList.add("playing");
  });
  audio.addEventListener("pause", () => item.classList.remove("playing"));
  audio.addEventListener("error", () => {
    const note = document.createElement("p");
    note.className = "meta lost";
    note.textContent = "This browser does not find or play the file: " + decodeURI(audio.src);
    audio.replaceWith(note);
  }, { once: true });
}
const go = (step) => {
  const list = shown();
  const next = list[Math.max(0, Math.min(list.length - 1, list.indexOf(current) + step))];
  const audio = next && next.querySelector("audio");
  if (!audio) return;
  current = next;
  next.scrollIntoView({ block: "center" });
  audio.currentTime = 0;
  audio.play();
};
document.addEventListener("keydown", (event) => {
  if (event.target.closest("select, audio") || event.ctrlKey || event.metaKey || event.altKey) return;
  const audio = current && current.querySelector("audio");
  if (event.key === " " && audio) { event.preventDefault(); audio.paused ? audio.play() : audio.pause(); }
  else if (event.key === " " || event.key === "j") { event.preventDefault(); go(1); }
  else if (event.key === "k") go(-1);
});
const kind = document.getElementById("kind");
if (kind) kind.addEventListener("change", () => {
  for (const item of items) item.hidden = kind.value !== "" && item.dataset.kind !== kind.value;
});
