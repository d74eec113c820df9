using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>Fills in what a dialog cannot know: the file with all that is kept of the person, read just before the commit.</summary>
internal sealed class Exports(IPersonExport memory)
{
    public async Task<TurnOutcome> FillAsync(TurnOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.After is not { } person || !outcome.Replies.Any(IsEmpty))
        {
            return outcome;
        }

        var json = await memory.ReadAsync(person.Id, cancellationToken);
        return outcome with
        {
            Replies = [.. outcome.Replies.Select(reply => IsEmpty(reply) ? reply with { Card = new CardModel.Export(json) } : reply)],
        };
    }

    private static bool IsEmpty(Reply reply) => reply.Card is CardModel.Export { Json: null };
}
