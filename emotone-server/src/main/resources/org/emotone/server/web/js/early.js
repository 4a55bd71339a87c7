// Before anything is drawn: the theme that the user chose here, if any; else the system's, also when that changes.
const dark = matchMedia("(prefers-color-scheme: dark)");
const theme = () => {
  let chosen;
  try {
    chosen = localStorage.getItem("emotone.theme");
  } catch {
    // Without storage the system's theme it is.
  }
  if (chosen === "light" || chosen === "dark") return chosen;
  return dark.matches ? "dark" : "light";
};
const show = () => {
  document.documentElement.dataset.theme = theme();
};
show();
dark.addEventListener("change", show);
