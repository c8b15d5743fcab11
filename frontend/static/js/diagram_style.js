// Loads the style that only live pictures need: every page of the site that makes a picture live imports this.

const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("../css/live.css", import.meta.url).href;
document.head.append(style);
