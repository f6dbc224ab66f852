/**
 * A write that meets a full disk leaves half a record in the files of the browser, see `freshenLog`: so none is begun with
 * hardly any room.
 */

/** Room without which nothing is written, in bytes: the browser rearranges its files at times, which takes several MB. */
export const ROOM_TO_WRITE = 20_000_000;

/** Room without which the database is not even opened, in bytes: that writes a little, too. */
export const ROOM_TO_OPEN = 2_000_000;

/** Whether the disk, or what this browser may use of it, has so many bytes left. */
export async function hasRoom(bytes: number): Promise<boolean> {
  // Missing in some test environments alone.
  if (typeof navigator !== 'object' || !('storage' in navigator)) return true;
  const { usage = 0, quota = Infinity } = await navigator.storage.estimate();
  return quota - usage >= bytes;
}
