using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.Conversation;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>One person talking with the bot as it is shipped, on a Monday at 10:00 in Paris. Each turn's person is kept, and no effect.</summary>
internal sealed class RealChat
{
    private static readonly IBuddy Buddy = new ServiceCollection()
        .AddConversation(ContentSnapshot.InstalledFolder).AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .BuildServiceProvider().GetRequiredService<IBuddy>();

    private PersonFacts? _facts;
    private int _messages;

    public FakeClock Clock { get; } = FakeClock.FromUtc(2026, 11, 23, 9, 0, 0);

    public TurnOutcome Last { get; private set; } = null!;

    public string Text => Last.Replies[0].Text;

    public void Says(params IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Hear(text, verb: null, ImmutableDictionary<string, string>.Empty);
        }
    }

    public void Presses(Choice choice) => Hear(text: null, choice.Verb, choice.Inputs);

    public void Returns(int missed, Instant? since = null) => Hear(
        text: null,
        Verbs.Returned,
        ImmutableDictionary<string, string>.Empty
            .Add("missed", missed.ToString(CultureInfo.InvariantCulture))
            .Add("since", (since ?? Clock.GetCurrentInstant()).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));

    /// <summary>A reminder was not sent, since nobody had opened the page.</summary>
    public void Rested(Instant at)
    {
        var person = _facts!.Person;
        var slot = new Slot(person.Schedules[0].Id, at.InUtc().LocalDateTime, Again: 0);
        var row = Outgoing.NudgeFor(person.Id, Chat.Page, slot, NudgeKind.Walk, at, Duration.FromHours(1));
        _facts = _facts with { Nudges30Days = [row with { State = OutgoingState.Dropped, Reason = DropReasons.Away }] };
    }

    private void Hear(string? text, string? verb, ImmutableDictionary<string, string> inputs)
    {
        Last = Buddy.Turn(
            new Heard($"message-{++_messages}", Chat.Page, text, verb, About: null, inputs, "Europe/Paris", "en"), _facts, Clock.GetCurrentInstant());
        if (Last.After is { } after)
        {
            _facts = (_facts ?? new PersonFacts(after, [], [])) with { Person = after with { Version = after.Version + 1 } };
        }
    }
}
