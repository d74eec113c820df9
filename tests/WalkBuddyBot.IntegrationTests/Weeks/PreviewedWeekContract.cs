using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;
using WalkBuddyBot.IntegrationTests.Driving;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.IntegrationTests.Weeks;

/// <summary>A previewed week is the ledger of that week, on every database.</summary>
public abstract class PreviewedWeekContract
{
    private const int People = 200;

    // Within the seven days from here clocks go forward in Beirut (at midnight), in Europe and in Nuuk, and back in Australia and New Zealand.
    private static readonly Instant Begin = Instant.FromUtc(2026, 3, 28, 20, 7);
    private static readonly Instant End = Begin + Duration.FromDays(7);

    /// <summary>Where the database is; null for the service's own.</summary>
    protected abstract string? ConnectionString { get; }

    /// <summary>Another connection to it.</summary>
    protected abstract DbConnection Open(WalkBuddyApp app);

    [Fact]
    public async Task The_previewed_week_of_two_hundred_people_is_the_ledger_of_that_week()
    {
        await using var app = new WalkBuddyApp(
            Begin,
            also: services => services.Replace(ServiceDescriptor.Singleton<ICourier, TakesAll>()),
            settings: [("DirectLine:UnseenDays", "4"), .. Database()]);
        await MeetAsync(app.Services);
        await using var connection = Open(app);
        await connection.OpenAsync();

        var preview = await PreviewAsync(app);
        await LiveAsync(app, connection);

        var ledger = (await WeekLedger.ReadAsync(connection)).Where(row => row.Due < End).ToDictionary(row => row.Slot);
        var foreseen = preview.Where(nudge => nudge.Planned).ToDictionary(nudge => nudge.Slot);
        var lived = ledger.Values.Select(row => Line(row, foreseen)).ToHashSet(StringComparer.Ordinal);
        var said = foreseen.Values.Select(Line).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(said.Except(lived).Order(StringComparer.Ordinal));
        Assert.Empty(lived.Except(said).Order(StringComparer.Ordinal));
        AssertVaried(preview);
    }

    /// <summary>It is a test of something only if everything occurs.</summary>
    private static void AssertVaried(List<PreviewedNudge> preview)
    {
        AssertHolds(
            preview.Where(nudge => nudge.Planned),
            "alarm", DropReasons.Away, DropReasons.Ceiling, DropReasons.Fence, DropReasons.Gone, DropReasons.NotToday, "paused",
            DropReasons.Quiet, DropReasons.Twin, DropReasons.Walked);
        AssertHolds(preview.Where(nudge => !nudge.Planned), "alarm", "paused", "stopped");
        Assert.Equal(Enum.GetValues<ClockMark>(), preview.Where(nudge => nudge.Gate is null).Select(nudge => nudge.Clocks).Distinct().Order());
        Assert.True(preview.Count(nudge => nudge.Gate is null) > 1000);
    }

    private static void AssertHolds(IEnumerable<PreviewedNudge> nudges, params HashSet<string> gates) =>
        Assert.Superset(gates, nudges.Select(nudge => nudge.Gate).OfType<string>().ToHashSet());

    private (string Key, string Value)[] Database() =>
        ConnectionString is { } connection ? [("ConnectionStrings:WalkBuddy", connection)] : [];

    private static async Task MeetAsync(IServiceProvider services)
    {
        var people = new RandomPeople(Begin, seed: 20260328);
        var turns = services.GetRequiredService<ITurns>();
        var conversations = services.GetRequiredService<IConversationStore>();
        for (var number = 0; number < People; number++)
        {
            var (heard, outcome) = people.Next(number);
            if (heard.From.Channel == Address.WebChat)
            {
                await conversations.CreateAsync(new(heard.From.Conversation, heard.From.Member, Begin, Begin), CancellationToken.None);
            }

            Assert.IsType<TurnEnd.Committed>(await turns.CommitAsync(heard, seenVersion: null, outcome, answer: null, CancellationToken.None));
        }
    }

    private static async Task<List<PreviewedNudge>> PreviewAsync(WalkBuddyApp app)
    {
        var people = await app.Services.GetRequiredService<IPeople>().WithNudgesAsync(CancellationToken.None).ToListAsync();
        var preview = app.Services.GetRequiredService<INudgePreview>();
        return [.. people.SelectMany(person => preview.Of(person, Begin, Begin, End))];
    }

    /// <summary>From one instant at which something is due to the next, with a tick at each; between them a tick does nothing.</summary>
    private static async Task LiveAsync(WalkBuddyApp app, DbConnection connection)
    {
        var tick = app.Services.GetRequiredService<INudgeTick>();
        while (await WeekLedger.NextAsync(connection) is { } next && next < End)
        {
            // What is due still after its tick waits for the next one, a second later.
            app.Time.Advance(Duration.Max(next - app.Now, Duration.FromSeconds(next <= app.Now ? 1 : 0)).ToTimeSpan());
            Assert.True((await tick.RunAsync(CancellationToken.None)).Whole);
        }
    }

    private static string Line(PreviewedNudge nudge) => Line(nudge.Slot, nudge.Due, nudge.Gate is null ? "Sent" : "Dropped", nudge.Gate);

    // Of two that a person has at one instant the second waits for the first, a second or two: that is no other due.
    private static string Line(WeekLedger.Row row, Dictionary<Slot, PreviewedNudge> foreseen)
    {
        var due = foreseen.GetValueOrDefault(row.Slot) is { } nudge && row.Due > nudge.Due && row.Due - nudge.Due <= Duration.FromSeconds(3)
            ? nudge.Due
            : row.Due;
        return Line(row.Slot, due, row.State, row.Reason);
    }

    private static string Line(Slot slot, Instant due, string state, string? reason) =>
        $"{due:uuuu-MM-dd'T'HH:mm:ss} {slot.At:uuuu-MM-dd'T'HH:mm:ss} {slot.Schedule.Value:N} {slot.Again} {state} {reason}";

    /// <summary>A channel that takes everything.</summary>
    private sealed class TakesAll : ICourier
    {
        public Task<Outgoing> DeliverAsync(Outgoing marked, CancellationToken cancellationToken) =>
            Task.FromResult(marked with { State = OutgoingState.Sent, Attempts = marked.Attempts + 1, ActivityId = "1" });
    }
}
