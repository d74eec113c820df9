using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.Conversation;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>
/// One person talking with the bot on a Monday at 10:00 in Paris. It commits each turn as the storage would: the person, the walks, the
/// ledger.
/// </summary>
internal sealed class Chat
{
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    public static readonly Address Page = Address.Of("webchat", null, "conversation-1", "visitor-1", Scope.Personal);

    private readonly IBuddy _buddy;
    private int _messages;

    public Chat(string? zoneHint = "Europe/Paris", Dictionary<string, string?>? settings = null)
    {
        ZoneHint = zoneHint;
        var shelf = new Shelf();
        var services = new ServiceCollection()
            .AddSingleton<IPhrases>(YamlPhrases.Shipped).AddSingleton<ITopics>(shelf).AddSingleton<ITips>(shelf)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings ?? []).Build()).AddSingleton<IUnderstanding>(Understanding).AddSingleton<ISafetyRules, ScriptedSafety>()
            .AddDialogs();
        _buddy = services.BuildServiceProvider().GetRequiredService<IBuddy>();
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 23, 9, 0));

    public ScriptedUnderstanding Understanding { get; } = new();

    public string? ZoneHint { get; set; }

    public Address From { get; set; } = Page;

    public PersonFacts? Facts { get; private set; }

    public Person Person => Facts!.Person;

    public TurnOutcome Last { get; private set; } = null!;

    public string Text => Last.Replies[0].Text;

    public IEnumerable<string> Titles => Last.Replies[0].Choices.Select(choice => choice.Title);

    public Effect[] Effects => [.. Last.Effects];

    public Instant Now => Clock.GetCurrentInstant();

    public Chat Says(params IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Hear(new Heard(Key(), From, text, null, null, ImmutableDictionary<string, string>.Empty, ZoneHint, "en"));
        }

        return this;
    }

    public Chat Presses(string verb, OutgoingId? about = null, params (string Name, string Value)[] inputs) => Hear(new Heard(
        Key(), From, null, verb, about, inputs.ToImmutableDictionary(input => input.Name, input => input.Value), ZoneHint, "en"));

    /// <summary>Presses a button of the last reply by what stands on it.</summary>
    public Chat PressesButton(string title) => Presses(Last.Replies[0].Choices.Single(choice => choice.Title == title));

    public Chat Presses(Choice choice) => Hear(new Heard(Key(), From, null, choice.Verb, choice.About, choice.Inputs, ZoneHint, "en"));

    public Chat After(Duration time)
    {
        Clock.Advance(time);
        return this;
    }

    public Chat AfterMinutes(int minutes) => After(Duration.FromMinutes(minutes));

    /// <summary>A nudge of the first schedule, or of none, was shown now.</summary>
    public OutgoingId Nudged(int again = 0, string? tip = null, OutgoingState state = OutgoingState.Sent)
    {
        var schedule = Person.Schedules.IsEmpty ? new ScheduleId(DerivedId.From("schedule", "gone")) : Person.Schedules[0].Id;
        var slot = new Slot(schedule, Now.InZone(Paris).LocalDateTime, again);
        var row = Outgoing.NudgeFor(Person.Id, Page, slot, NudgeKind.Walk, Now, Duration.FromHours(1));
        row = row with { State = state, Nudge = row.Nudge! with { Tip = tip } };
        Facts = Facts! with { Nudges30Days = Facts.Nudges30Days.Add(row) };
        return row.Id;
    }

    /// <summary>The slots that come until then are planned, sent and marked as done, as the clock's side does it.</summary>
    public void Passes(Instant until)
    {
        while (Person.Schedules.Select(schedule => (Schedule: schedule, Slot: Planning.Next(Person, schedule, DateTimeZoneProviders.Tzdb, Now)))
            .Where(next => next.Slot is { } slot && slot.Due <= until).OrderBy(next => next.Slot!.Due).FirstOrDefault() is { Slot: { } slot } due)
        {
            Clock.Reset(slot.Due);
            var row = Outgoing.NudgeFor(Person.Id, Page, slot.Slot, due.Schedule.Kind, slot.Due, Duration.FromHours(1));
            var done = Person.Schedules.Replace(due.Schedule, due.Schedule with { DoneThrough = slot.Slot.At });
            Facts = Facts! with { Person = Person with { Schedules = done }, Nudges30Days = Facts.Nudges30Days.Add(row with { State = OutgoingState.Sent }) };
        }

        Clock.Reset(until);
    }

    public Outgoing Row(OutgoingId id) => Facts!.Nudges30Days.Single(row => row.Id == id);

    public IReadOnlyList<string> Coming(int most) =>
        [.. Planning.Upcoming(Person, DateTimeZoneProviders.Tzdb, Now, most).Select(slot => slot.Due.InZone(Paris).ToString("ddd HH:mm", null))];

    public void Forget() => Facts = null;

    public void Becomes(Func<Person, Person> change) => Facts = Facts! with { Person = change(Person) };

    public Chat Hear(Heard heard)
    {
        Last = _buddy.Turn(heard, Facts, Now);
        if (Last.After is not { } after)
        {
            return this;
        }

        Assert.Equal(Facts?.Person.Version ?? 0, after.Version);
        var before = Facts ?? new PersonFacts(after, [], []);
        Facts = Last.Effects.Aggregate(before with { Person = after with { Version = after.Version + 1 } }, Commit);
        return this;
    }

    private static PersonFacts Commit(PersonFacts facts, Effect effect) => effect switch
    {
        Effect.WalkLogged(var walk) => facts with { Last84Days = [.. facts.Last84Days, new WalkDay(walk.Date, walk.Minutes, 1)] },
        Effect.WalkForgotten => facts with { Last84Days = facts.Last84Days.RemoveAt(facts.Last84Days.Length - 1) },
        Effect.NudgeAnswered(var id, var answer) => facts with
        {
            Nudges30Days = [.. facts.Nudges30Days.Select(row => row.Id == id ? row with { Nudge = row.Nudge! with { Answer = answer } } : row)],
        },
        Effect.Snoozed(var slot, var kind, var due, var grace) => facts with
        {
            Nudges30Days = facts.Nudges30Days.Add(Outgoing.NudgeFor(facts.Person.Id, Page, slot, kind, due, grace)),
        },
        Effect.CancelWaiting(var reason, var before) => facts with
        {
            Nudges30Days = [.. facts.Nudges30Days.Select(row => row.State == OutgoingState.Waiting && (before is null || row.NotBefore < before)
                ? row with { State = OutgoingState.Dropped, Reason = reason } : row)],
        },
        _ => throw new InvalidOperationException($"The chat cannot commit {effect}."),
    };

    private string Key() => $"message-{++_messages}";
}
