// Before anything is drawn: the theme that the user chose here before, if any; else the system's.
try {
  const theme = localStorage.getItem("emotone.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's theme it is.
}
