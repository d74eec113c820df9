using System.Collections.Frozen;
using System.Data.Common;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Storage;

/// <summary>Our values as columns and back.</summary>
internal static class Columns
{
    public static byte[] Blob(this Guid id) => id.ToByteArray(bigEndian: true);

    /// <summary>Milliseconds, rounded up: nothing happens before its time.</summary>
    public static long Millis(this Instant at)
    {
        var whole = at.ToUnixTimeMilliseconds();
        return Instant.FromUnixTimeMilliseconds(whole) < at ? whole + 1 : whole;
    }

    /// <summary>The present, rounded down.</summary>
    public static long Now(this IClock clock) => clock.GetCurrentInstant().ToUnixTimeMilliseconds();

    public static string Iso(this LocalDateTime at) => LocalDateTimePattern.ExtendedIso.Format(at);

    public static string Iso(this LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static Guid Id(this DbDataReader row, int column) => row.GetFieldValue<byte[]>(column) is { Length: 16 } bytes
        ? new(bytes, bigEndian: true)
        : throw new UnreadableRowException("An id is not 16 bytes long.");

    public static Guid? IdOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Id(column);

    public static Instant At(this DbDataReader row, int column) => Instant.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? NumberOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static bool Flag(this DbDataReader row, int column) => row.GetInt64(column) != 0;

    public static LocalDateTime Local(string text) => Simple(text) ?? Whole(LocalDateTimePattern.ExtendedIso.Parse(text));

    public static LocalDate Date(this DbDataReader row, int column) => Whole(LocalDatePattern.Iso.Parse(row.GetString(column)));

    public static T Name<T>(string text)
        where T : struct, Enum =>
            Names<T>.All.TryGetValue(text, out var value) ? value : throw new UnreadableRowException($"There is no such {typeof(T).Name}.");

    // A ledger has thousands of these, nearly all of this form; the pattern reads the rest, and says what is wrong.
    private static LocalDateTime? Simple(string text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _]
        && Part(text, 0, 4) is > 0 and var year && Part(text, 5, 2) is >= 1 and <= 12 and var month && Part(text, 8, 2) is >= 1 and <= 28 and var day
        && Part(text, 11, 2) is < 24 and var hour && Part(text, 14, 2) is < 60 and var minute && Part(text, 17, 2) is < 60 and var second
            ? new LocalDateTime(year, month, day, hour, minute, second)
            : null;

    private static int? Part(string text, int from, int length) =>
        int.TryParse(text.AsSpan(from, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T Whole<T>(ParseResult<T> result) =>
        result.Success ? result.Value : throw new UnreadableRowException($"A {typeof(T).Name} cannot be read.");

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> All =
            Enum.GetValues<T>().ToFrozenDictionary(value => value.ToString(), StringComparer.Ordinal);
    }
}
