using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.BotFramework.Calls;
using WalkBuddyBot.BotFramework.DirectLine.Tokens;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>Begins conversations and takes them up again.</summary>
internal sealed class ConversationCalls(
    DirectLineTokens tokens,
    Doorkeeper door,
    Watermarks watermarks,
    Greeter greeter,
    Visits visits,
    Origins origins,
    IConversationStore store,
    IClock clock,
    IOptions<DirectLineOptions> options)
{
    /// <summary>Begins the token's conversation, or opens it once more: then its stream starts with the history.</summary>
    public async Task<IResult> BeginAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (grant, refusal) = await door.AdmitAsync(http.Request, CallKind.Open, conversation: null, cancellationToken);
        if (grant is null)
        {
            return refusal!;
        }

        (var body, refusal) = await OptionalObject.ReadAsync(http.Request, options.Value.MaxBodyBytes, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        var created = await store.CreateAsync(new WebConversation(grant.Conversation, grant.User, now, now), cancellationToken);
        (var conversation, refusal) = await door.FindAsync(grant, cancellationToken);
        if (conversation is null)
        {
            return refusal!;
        }

        await visits.NoteAsync(conversation, cancellationToken);

        // Nothing said yet although it exists: the first begin may have been cut off before the bot was told.
        if (created || await store.WatermarkAsync(grant.Conversation, cancellationToken) == 0)
        {
            await greeter.JoinedAsync(grant.Conversation, grant.User, Locale(body), cancellationToken);
        }

        var after = await watermarks.BeginningAsync(grant.Conversation, cancellationToken);
        return await AnswerAsync(http, grant, after, created ? StatusCodes.Status201Created : StatusCodes.Status200OK, cancellationToken);
    }

    /// <summary>Opens a new stream for a page that was there before.</summary>
    public async Task<IResult> ResumeAsync(HttpContext http, string conversationId, string? watermark, CancellationToken cancellationToken)
    {
        var (grant, conversation, refusal) = await door.AdmitVisitorAsync(http.Request, CallKind.Open, conversationId, cancellationToken);
        if (grant is null || conversation is null)
        {
            return refusal!;
        }

        if (await watermarks.ReadAsync(conversationId, watermark, absentMeansNow: true, cancellationToken) is not { } after)
        {
            return Refusal.Watermark;
        }

        await visits.NoteAsync(conversation, cancellationToken);
        return await AnswerAsync(http, grant, after, StatusCodes.Status200OK, cancellationToken);
    }

    private static string? Locale(JsonElement? body) =>
        body?.TryGetProperty("locale", out var locale) == true && locale.ValueKind == JsonValueKind.String
            && locale.GetString() is { Length: > 0 and <= 35 } tag
            ? tag
            : null;

    private async Task<IResult> AnswerAsync(HttpContext http, Grant grant, long after, int status, CancellationToken cancellationToken)
    {
        var token = await tokens.TokenAsync(grant.User, grant.Conversation, cancellationToken);
        var ticket = await tokens.TicketAsync(grant.User, grant.Conversation, after, cancellationToken);
        var stream = new UriBuilder(origins.BaseOf(http.Request)!)
        {
            Scheme = origins.IsSecure(http.Request) ? Uri.UriSchemeWss : Uri.UriSchemeWs,
            Path = http.Request.PathBase + DirectLinePaths.Stream(grant.Conversation),
            Query = "t=" + ticket,
        };
        var answer = new ConversationAnswer(grant.Conversation, token, (int)options.Value.TokenLife.TotalSeconds, stream.Uri.AbsoluteUri);
        return TypedResults.Json(answer, AnswersJson.Default.ConversationAnswer, statusCode: status);
    }
}
