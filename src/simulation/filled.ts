/** `into` with `from` at its beginning: arrays that grow as people come. */
export function filled<Values extends { set(from: Values): void }>(into: Values, from: Values): Values {
  into.set(from);
  return into;
}
