using System.Data.Common;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>A row of a transcript.</summary>
internal sealed record ActivityRow(long Sequence, long Changed, string Payload, long SentAt)
{
    public const string Columns = "sequence, changed, payload, sent_at";

    public static ActivityRow Read(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3));

    /// <summary>The id of the activity at a place of a conversation.</summary>
    public static string IdOf(string conversation, long sequence) => $"{conversation}|{sequence:D7}";

    public StoredActivity Stored(string conversation, bool repeat) => Stored(conversation, Wire.Payload.Activity(Payload), repeat);

    public StoredActivity Stored(string conversation, BotActivity activity, bool repeat) => new(
        Sequence, Changed, Wire.Payload.Placed(activity, IdOf(conversation, Sequence), Instant.FromUnixTimeMilliseconds(SentAt)), repeat);
}
