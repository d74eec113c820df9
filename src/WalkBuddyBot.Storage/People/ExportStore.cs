using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.People;

/// <summary>All that is kept of a person, in names and words that they can read.</summary>
internal sealed class ExportStore(IStore store, Facts facts, IDateTimeZoneProvider zones, IClock clock) : IPersonExport
{
    // The newest lines; a page takes the file in one piece.
    private const int MostLines = 500;

    private static readonly string[] NotKept =
    [
        "Your name, e-mail address and picture are not kept.",
        "Of messages from Microsoft Teams and other channels no words are kept, only what you set with them.",
        "Your place is not kept, only the name of your time zone.",
        "Why you were given a safety reply is not kept.",
        "Whether you read a reminder is not known.",
    ];

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public Task<string?> ReadAsync(PersonId person, CancellationToken cancellationToken) => store.ReadAsync(
        session => PersonRow.Find(session, person) is { } row ? JsonSerializer.Serialize(File(session, row), Readable) : null,
        cancellationToken);

    private object File(Session session, PersonRow row)
    {
        var known = facts.Read(session, row);
        var person = known.Person;
        var zone = person.ZoneOrUtc(zones);
        return new
        {
            About = "Everything that WalkBuddyBot keeps about you. Times are in your time zone unless they end with Z.",
            MadeAt = InstantPattern.General.Format(clock.GetCurrentInstant()),
            Id = person.Id.Value,
            KnownSince = Moment(session.Number("SELECT made_at FROM person WHERE id = @id", ("@id", row.Id.Value.Blob()))),
            person.Language,
            TimeZone = person.Zone,
            Reminders = Standing(person.Standing),
            TimeZoneAskedAbout = person.ZoneAsked,
            LeftAt = person.LeftAt?.ToString(),
            ReachedAt = person.Addresses.Select(address => new
            {
                address.Channel,
                Organisation = address.Tenant,
                address.Conversation,
                You = address.Member,
                Kind = address.Scope.ToString(),
                address.Open,
                RemindersComeHere = address.Id == person.NudgeAt,
            }),
            Schedules = person.Schedules.Select(schedule => new
            {
                Kind = schedule.Kind.Id,
                When = SpokenWish.Of(schedule.When, zone),
                DoneThrough = schedule.DoneThrough == LocalDateTime.MinIsoValue ? null : schedule.DoneThrough.Iso(),
            }),
            Plan = new
            {
                person.Plan.WalksPerWeek,
                person.Plan.MinutesPerWeek,
                person.Plan.EasyMinutes,
                MostRemindersADay = person.Plan.MostPerDay,
                OnlyBetween = Hours(person.Fence),
                QuietHours = Hours(person.Quiet),
            },
            Walks = session.All(
                "SELECT date, minutes, made_at FROM walk WHERE person = @person ORDER BY date, made_at",
                walk => new { Date = walk.GetString(0), Minutes = walk.GetInt32(1), NotedAt = Moment(walk.GetInt64(2)) },
                ("@person", row.Id.Value.Blob())),
            RemindersOf30Days = known.Nudges30Days.Select(nudge => new
            {
                Kind = nudge.Nudge!.Kind.Id,
                Due = nudge.NotBefore.InZone(zone).LocalDateTime.Iso(),
                Ended = nudge.State.ToString(),
                nudge.Reason,
                nudge.Nudge.Tip,
                Answer = nudge.Nudge.Answer?.ToString(),
            }),
            Talk = person.Dialog is { } talk ? new { talk.LastTopic, talk.LastTip, ForgottenAt = talk.Until.ToString() } : null,
            TipsAskedFor = person.TipsAsked.Select(tip => tip.Tip),
            UndoPossibleUntil = person.Undo?.Until.ToString(),
            LastSafetyReplyAt = person.Alarmed?.At.ToString(),
            WebChat = Transcript(session, person),
            NotKept,
        };
    }

    private static object? Transcript(Session session, Person person)
    {
        var talks = person.Addresses.Where(address => address.Channel == Address.WebChat)
            .Select(address => session.Number("SELECT seq FROM conversation WHERE id = @id", ("@id", address.Conversation)))
            .OfType<long>().ToList();
        return talks.Count == 0 ? null : new
        {
            Note = $"What this page shows: the newest {MostLines} lines of the last days. Nothing else reads them.",
            Lines = talks.SelectMany(talk => Lines(session, talk)),
        };
    }

    private static IEnumerable<object> Lines(Session session, long conversation) => session.All(
        "SELECT payload, sent_at FROM activity WHERE conversation = @seq ORDER BY sequence DESC LIMIT @most",
        row => Line(row.GetString(0), row.GetInt64(1)),
        ("@seq", conversation),
        ("@most", (long)MostLines)).OfType<object>().Reverse();

    private static object? Line(string payload, long at)
    {
        try
        {
            var activity = Payload.Activity(payload);
            return new
            {
                At = Moment(at),
                By = activity.From?.Role == "bot" ? "WalkBuddyBot" : "you",
                Words = activity.Text ?? activity.Summary ?? activity.Speak,
            };
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    private static string Standing(Standing standing) => standing switch
    {
        Domain.Standing.On => "on",
        Domain.Standing.Paused(var until, _) => $"held until {InstantPattern.General.Format(until)}",
        Domain.Standing.Stopped => "off",
        _ => "leaving",
    };

    private static string? Hours(Hours? hours) =>
        hours is null ? null : $"{SpokenTime.Clock(hours.From)} to {SpokenTime.Clock(hours.To)}";

    private static string? Moment(long? milliseconds) =>
        milliseconds is { } at ? InstantPattern.General.Format(Instant.FromUnixTimeMilliseconds(at)) : null;
}
