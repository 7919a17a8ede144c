const BLOCK_BYTES = 512;
const LONGEST_NAME = 100;

/** A tar archive as Go's library writes it, byte for byte, since the engine hashes an archive in this form. */
export function tar(files: readonly (readonly [name: string, content: Uint8Array])[]): Uint8Array {
    const blocks = files.flatMap(([name, content]) => [header(name, content.length), content, padding(content.length)]);
    return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK_BYTES)]);
}

function header(name: string, size: number): Buffer {
    if (Buffer.byteLength(name) > LONGEST_NAME) {
        throw new Error(`the name of a file in an archive must have at most ${LONGEST_NAME} bytes, got "${name}"`);
    }
    const block = Buffer.alloc(BLOCK_BYTES);
    block.write(name, 0);
    block.write(octal(0o600, 7), 100);
    block.write(octal(0, 7), 108);
    block.write(octal(0, 7), 116);
    block.write(octal(size, 11), 124);
    // The time of last change, which the engine leaves out so that only content counts.
    block.write(octal(0, 11), 136);
    block.write("        ", 148);
    block.write("0", 156);
    block.write("ustar\x0000", 257);
    block.write(octal(0, 7), 329);
    block.write(octal(0, 7), 337);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${octal(sum, 6)}\0 `, 148);
    return block;
}

function octal(value: number, digits: number): string {
    return value.toString(8).padStart(digits, "0");
}

function padding(size: number): Buffer {
    return Buffer.alloc((BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES);
}
