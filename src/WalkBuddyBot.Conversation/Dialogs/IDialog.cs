using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>One thing the bot can talk about: which meanings it answers, and what follows from them. Pure.</summary>
public interface IDialog
{
    /// <summary>The intents it answers; the topics dialog answers every topic id.</summary>
    IReadOnlySet<string> Intents { get; }

    /// <summary>What follows. A person first heard comes as facts with version 0.</summary>
    TurnOutcome Turn(Meaning meaning, Heard heard, PersonFacts facts, Instant now);
}
