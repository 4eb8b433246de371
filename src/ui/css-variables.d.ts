/** Lets `style` carry custom properties, which React sets but its types leave out. */
import 'react';

declare module 'react' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be extended from outside
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
