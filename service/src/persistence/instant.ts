import { DataTypes } from 'sequelize';

/** The column type of every instant: UTC with milliseconds. Plain `DATE` drops the milliseconds on MariaDB. */
export const instant = DataTypes.DATE( 3 );
