using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>One turn as a dialog goes through it: what it was given, and what follows, gathered until <see cref="Done"/>.</summary>
internal sealed class Talk(Talks talks, Speech speech, Meaning meaning, Heard heard, PersonFacts facts, Instant now)
{
    /// <summary>How long a question, a topic and an undo are remembered.</summary>
    public static readonly Duration Memory = Duration.FromMinutes(10);

    private readonly ImmutableArray<Reply>.Builder _replies = ImmutableArray.CreateBuilder<Reply>();
    private readonly ImmutableArray<Effect>.Builder _effects = ImmutableArray.CreateBuilder<Effect>();

    public Meaning Meaning => meaning;

    public Slots Slots => meaning.Slots;

    public Heard Heard => heard;

    public PersonFacts Facts => facts;

    public Instant Now => now;

    public ITopics Topics => talks.Topics;

    public ITips Tips => talks.Tips;

    public IDateTimeZoneProvider Zones => talks.Zones;

    public Ways Ways => new(speech);

    /// <summary>The person as changed so far.</summary>
    public Person Person { get; set; } = facts.Person;

    /// <summary>What is known with all that was done so far.</summary>
    public PersonFacts Known => Carried.Over(facts, _effects) with { Person = Person };

    /// <summary>Their zone; null while it is not known.</summary>
    public DateTimeZone? Zone => Planning.ZoneOf(Person, Zones);

    /// <summary>For dates that are wanted even while no zone is known.</summary>
    public DateTimeZone ZoneOrUtc => Zone ?? DateTimeZone.Utc;

    public LocalDateTime LocalNow => now.InZone(ZoneOrUtc).LocalDateTime;

    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> values) => speech.Say(key, values);

    /// <summary>A sentence that the next reply begins with: what was done on the way to it.</summary>
    public string? Before { get; set; }

    public void Reply(string text, params ImmutableArray<Choice> choices)
    {
        _replies.Add(Voiced.Say(Before is null ? text : $"{Before} {text}", choices));
        Before = null;
    }

    public void Reply(string text, CardModel card, params ImmutableArray<Choice> choices) =>
        _replies.Add(Voiced.Say(text, choices) with { Card = card });

    public void Fold(OutgoingId card, string line, params ImmutableArray<Choice> choices) => _replies.Add(Voiced.Fold(card, line, choices));

    public void Do(Effect effect) => _effects.Add(effect);

    /// <summary>Notes what the change takes the place of, before or after it is made.</summary>
    /// <returns>The way back.</returns>
    public Choice Undoable(string what, LoggedWalk? walk = null, int walks = 1)
    {
        var before = facts.Person;
        var rules = new PersonRules(before.Plan, before.Fence, before.Quiet);
        var step = new UndoStep(what, now + Memory, before.Standing, before.Zone, before.Schedules, walk, rules, walks > 1 ? walks : null);
        Person = Person with { Undo = step };
        return Ways.Undo(step);
    }

    /// <summary>A question waits for its answer.</summary>
    public void AskFor(string dialog, string question, ImmutableDictionary<string, string> slots) =>
        Remember(state => state with { Dialog = dialog, Question = question, Slots = slots });

    /// <summary>Nothing waits for an answer any more; the topic is still known.</summary>
    public void Leave()
    {
        if (Person.Dialog is { } state)
        {
            var none = ImmutableDictionary<string, string>.Empty;
            Person = Person with { Dialog = state with { Dialog = null, Question = null, Slots = none } };
        }
    }

    public void SpokeOf(string topic, int read) => Remember(state => state with { LastTopic = topic, LastTip = null, Read = read });

    public void Tipped(Tip tip) => Remember(state => state with { LastTopic = tip.Topic, LastTip = tip.Id, Read = 0 });

    public TurnOutcome Done() => new(Person, _replies.ToImmutable(), _effects.ToImmutable(), meaning.Label);

    private void Remember(Func<DialogState, DialogState> change)
    {
        var state = Person.Dialog ?? new DialogState(null, null, null, null, Read: 0, now, ImmutableDictionary<string, string>.Empty);
        Person = Person with { Dialog = change(state) with { Until = now + Memory, At = heard.From.Id } };
    }
}
