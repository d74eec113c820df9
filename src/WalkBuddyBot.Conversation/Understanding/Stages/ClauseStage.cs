using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>A wish with talk around it: what the grammar makes of the one part that names something.</summary>
internal sealed class ClauseStage(ImmutableArray<IStage> grammar) : IStage
{
    public Meaning? Try(Message message)
    {
        if (Clauses.Core(message) is not { } core)
        {
            return null;
        }

        var meaning = grammar.Select(stage => stage.Try(core)).FirstOrDefault(found => found is not null);

        // What was half understood is better read whole.
        return meaning is
        {
            Label: not (Intents.OutOfScope or Intents.NotAWalk or Intents.Help or Intents.Status or Intents.Feedback
            or Intents.Thanks or Intents.Greeting), Ask: null or Asks.HalfOfDay or Asks.PauseUntil or Asks.Times
        } ? meaning : null;
    }
}
