// A line runs over the pictures of a clip while it plays; one clip plays at a time.
for (const audio of document.querySelectorAll("audio")) {
  const card = audio.closest(".card");
  const cursor = card.querySelector(".cursor");
  const follow = () => {
    cursor.style.left = `${(100 * audio.currentTime) / (audio.duration || 1)}%`;
    if (!audio.paused) requestAnimationFrame(follow);
  };
  audio.addEventListener("play", () => {
    for (const other of document.querySelectorAll("audio")) if (other !== audio) other.pause();
    card.classList.add("playing");
    follow();
  });
  audio.addEventListener("pause", follow);
  audio.addEventListener("seeked", follow);
  audio.addEventListener("ended", () => card.classList.remove("playing"));
}
