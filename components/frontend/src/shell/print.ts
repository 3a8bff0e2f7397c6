/** What a sheet of paper must be told: where the page came from, and how wide it was on the screen. */

export function watchPrinting() {
  addEventListener("beforeprint", () => {
    const { style } = document.documentElement;
    const main = document.querySelector(".stMainBlockContainer");
    style.setProperty("--print-link", JSON.stringify(location.href));
    style.setProperty("--page-wide", String(main?.clientWidth ?? innerWidth));
  });
}
