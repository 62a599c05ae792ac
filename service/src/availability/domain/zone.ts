import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';

/** The widest offsets in use: Baker Island and Kiribati. */
const offsetPattern = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;

const zones = new Map< string, Zone >();

/**
 * The zone of an IANA name or of an offset as WordPress holds it ("+02:00").
 *
 * @return Null when there is no such zone.
 */
export function findZone( name: string ): Zone | null {
	const known = zones.get( name );
	if ( known ) {
		return known;
	}
	const offset = offsetPattern.exec( name );
	const zone = offset
		? FixedOffsetZone.instance( minutesOf( offset ) )
		: IANAZone.create( name );
	if ( ! zone.isValid ) {
		return null;
	}
	zones.set( name, zone );
	return zone;
}

/** As findZone, for a name that was checked when it was saved; UTC should the time zone data have lost it since. */
export function zoneNamed( name: string ): Zone {
	return findZone( name ) ?? FixedOffsetZone.utcInstance;
}

function minutesOf( [ , sign, hours, minutes ]: RegExpExecArray ): number {
	const size = Number( hours ) * 60 + Number( minutes );
	return sign === '-' ? -size : size;
}
