// The first script of the map's frame. streamlit-folium runs the script that a message carries and
// never asks who sent it, so a message that is not of the page of the atlas around it stops here.
(() => {
  const page = window.parent;
  const framed = page !== window && location.origin !== "null";
  addEventListener(
    "message",
    (event) => {
      if (!framed || !event.isTrusted || event.source !== page || event.origin !== location.origin) event.stopImmediatePropagation();
    },
    true,
  );
})();

export {};
