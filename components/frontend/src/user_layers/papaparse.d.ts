/** What the atlas uses of Papa Parse; its published types bring those of Node, which would change the browser's own. */
declare module "papaparse" {
  const Papa: { parse: <Row>(text: string, options: { preview?: number; delimitersToGuess?: string[] }) => { data: Row[] } };
  export default Papa;
}
