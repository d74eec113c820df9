using System.Collections.Frozen;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What the dialogs have in common: a <see cref="Talk"/> to go through.</summary>
internal abstract class Dialog(Talks talks, params IEnumerable<string> intents) : IDialog
{
    public IReadOnlySet<string> Intents { get; } = intents.ToFrozenSet(StringComparer.Ordinal);

    public TurnOutcome Turn(Meaning meaning, Heard heard, PersonFacts facts, Instant now)
    {
        var talk = talks.Begin(meaning, heard, facts, now);
        Answer(talk);
        return talk.Done();
    }

    protected abstract void Answer(Talk talk);
}
