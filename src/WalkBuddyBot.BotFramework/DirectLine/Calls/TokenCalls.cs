using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.DirectLine.Tokens;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>Gives tokens to browsers and renews them.</summary>
internal sealed class TokenCalls(
    DirectLineTokens tokens,
    VisitorCookie cookie,
    Doorkeeper door,
    CallRates rates,
    Visits visits,
    IConversationStore store,
    IOptions<DirectLineOptions> options)
{
    /// <summary>A token for the visitor's newest conversation, or for one that begins with the first POST conversations.</summary>
    public async Task<IResult> GenerateAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (user, refusal) = await rates.OfUnprovenAsync(http.Request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        // What the body says of the user is ignored: who it is, is known from the cookie or made up here.
        (_, refusal) = await OptionalObject.ReadAsync(http.Request, options.Value.MaxBodyBytes, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var known = user is null ? null : await store.NewestOfAsync(user, cancellationToken);
        user ??= RandomIds.User();
        var conversation = known?.Id ?? RandomIds.Conversation();
        await cookie.WriteAsync(http, user, cancellationToken);
        return await AnswerAsync(user, conversation, cancellationToken);
    }

    /// <summary>A fresh token for the same conversation. The old one stays good until its own end: another tab may hold it.</summary>
    public async Task<IResult> RefreshAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (grant, refusal) = await door.AdmitAsync(http.Request, CallKind.Open, conversation: null, cancellationToken);
        if (grant is null)
        {
            return refusal!;
        }

        if (await store.FindAsync(grant.Conversation, cancellationToken) is { } conversation)
        {
            await visits.NoteAsync(conversation, cancellationToken);
        }

        return await AnswerAsync(grant.User, grant.Conversation, cancellationToken);
    }

    private async Task<IResult> AnswerAsync(string user, string conversation, CancellationToken cancellationToken)
    {
        var token = await tokens.TokenAsync(user, conversation, cancellationToken);
        var answer = new ConversationAnswer(conversation, token, (int)options.Value.TokenLife.TotalSeconds, StreamUrl: null);
        return TypedResults.Json(answer, AnswersJson.Default.ConversationAnswer);
    }
}
