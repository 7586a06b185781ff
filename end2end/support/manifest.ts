// What the manifest says of pictures, and what they are.
import type { Page } from "@playwright/test";

export type Picture = { src: string; sizes: string; purpose?: string; form_factor?: string; label?: string };

export type Manifest = {
  start_url: string;
  icons: Picture[];
  screenshots: Picture[];
  shortcuts: { name: string; url: string; icons: Picture[] }[];
};

export async function manifestOf(page: Page): Promise<Manifest> {
  return page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
    return (await fetch(link!.href)).json();
  });
}

/** The size a picture has once it is decoded, written as the manifest writes it; of drawings, that they are any. */
export async function decoded(page: Page, { src, sizes }: Picture): Promise<string> {
  return page.evaluate(
    async ([src, sizes]) => {
      const picture = new Image();
      picture.src = src!;
      await picture.decode();
      return sizes === "any" ? sizes : `${picture.naturalWidth}x${picture.naturalHeight}`;
    },
    [src, sizes],
  );
}

/** Where a maskable icon is not plain ground outside the circle that every mask leaves: two fifths of its width. */
export async function leavesSafeZone(page: Page, src: string): Promise<string[]> {
  return page.evaluate(async (src) => {
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    const size = picture.naturalWidth;
    const canvas = new OffscreenCanvas(size, size).getContext("2d")!;
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, size, size);
    const differs = (at: number) => [0, 1, 2].some((part) => Math.abs(data[at + part]! - data[part]!) > 2);
    const faults: string[] = [];
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        const at = (y * size + x) * 4;
        const isOutside = Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2) > size * 0.4;
        if (data[at + 3]! < 255 || (isOutside && differs(at))) faults.push(`${x},${y}`);
      }
    }
    return faults.slice(0, 5);
  }, src);
}

/** A colour of any notation as red, green and blue. */
export async function pixelOf(page: Page, colour: string): Promise<number[]> {
  return page.evaluate((colour) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d")!;
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }, colour);
}
