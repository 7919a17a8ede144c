// Numbers of google/protobuf/struct.proto, which never change.

/** The entries of a Struct, and the elements of a ListValue. */
export const ENTRIES = 1;
/** Of an entry of a Struct. */
export const KEY = 1;
export const VALUE = 2;
/** What a Value is. */
export const NULL = 1;
export const NUMBER = 2;
export const STRING = 3;
export const BOOL = 4;
export const STRUCT = 5;
export const LIST = 6;

/** How a field is written: Protocol Buffers' wire types. */
export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;
export const FIXED32 = 5;
