
const packs = new Map();

/** A module, out of the pack that it travels in. */
async function fetchPart(name) {
    const pack = PACK_OF[name];
    if (!packs.has(pack)) packs.set(pack, fetchPack(pack));
    try {
        const [bytes] = WebAssembly.Module.customSections(await packs.get(pack), name);
        return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
    } catch (cause) {
        packs.delete(pack);
        throw cause;
    }
}

/** Fetches a pack whole. While the line is down it tries again, ever more slowly: a page that waits goes on when the
 * line is back, and one that is being left says nothing. What the server refuses is an error at once. */
async function fetchPack(pack) {
    const url = new URL(`./${pack}.wasm`, import.meta.url);
    for (let pause = 250; ; pause = Math.min(2 * pause, 8000)) {
        let bytes;
        try {
            const answer = await fetch(url);
            if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
            bytes = await answer.arrayBuffer();
        } catch (cause) {
            if (!(cause instanceof TypeError)) throw cause;
            await new Promise((goOn) => setTimeout(goOn, pause));
            continue;
        }
        return WebAssembly.compile(bytes);
    }
}
