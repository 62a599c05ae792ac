/** Saves a file under a name: a link that is pressed and gone, since a browser takes a name only from a link. */
export function saveFile( file: Blob, name: string ): void {
	const link = document.createElement( 'a' );
	link.href = URL.createObjectURL( file );
	link.download = name;
	link.click();
	URL.revokeObjectURL( link.href );
}
