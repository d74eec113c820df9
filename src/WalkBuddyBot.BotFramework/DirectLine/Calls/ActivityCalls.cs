using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Calls;
using WalkBuddyBot.BotFramework.DirectLine.Pages;
using WalkBuddyBot.BotFramework.DirectLine.Tokens;
using WalkBuddyBot.BotFramework.DirectLine.Turns;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>Takes what visitors post, and hands out the transcript to pages that poll.</summary>
internal sealed partial class ActivityCalls(
    Doorkeeper door,
    Watermarks watermarks,
    Visits visits,
    Urgent urgent,
    Unstored unstored,
    OpenPages pages,
    DirectLineTurns turns,
    IConversationStore store,
    IOptions<DirectLineOptions> options,
    ILogger<ActivityCalls> logger)
{
    public async Task<IResult> ReadAsync(HttpContext http, string conversationId, string? watermark, CancellationToken cancellationToken)
    {
        var (_, conversation, refusal) = await door.AdmitVisitorAsync(http.Request, CallKind.Read, conversationId, cancellationToken);
        if (conversation is null)
        {
            return refusal!;
        }

        if (await watermarks.ReadAsync(conversationId, watermark, absentMeansNow: false, cancellationToken) is not { } after)
        {
            return Refusal.Watermark;
        }

        await visits.NoteAsync(conversation, cancellationToken);
        var read = await store.ReadAsync(conversationId, after, options.Value.HistoryReplay, cancellationToken);
        return TypedResults.Bytes(ActivitySets.Write(read, from: 0, after).Bytes, "application/json; charset=utf-8");
    }

    public async Task<IResult> PostAsync(HttpContext http, string conversationId, CancellationToken cancellationToken)
    {
        var (grant, refusal) = await door.AdmitAsync(http.Request, CallKind.Post, conversationId, cancellationToken);
        if (grant is null)
        {
            return refusal!;
        }

        (var posted, refusal) = await ReadPostedAsync(http.Request, grant, cancellationToken);
        if (posted is null)
        {
            return refusal!;
        }

        try
        {
            (var conversation, refusal) = await door.FindAsync(grant, cancellationToken);
            return conversation is null ? refusal! : Answer(await TakeAsync(conversationId, posted, cancellationToken));
        }
        catch (StoreUnavailableException)
        {
            var id = await urgent.TryAnswerAsync(posted.Activity, cancellationToken);
            Log.StoreAway(logger, conversationId, id is not null);
            return id is null ? Refusal.StoreAway : Answer(id);
        }
    }

    private static JsonHttpResult<ResourceAnswer> Answer(string id) =>
        TypedResults.Json(new ResourceAnswer(id), AnswersJson.Default.ResourceAnswer);

    private async Task<(PostedActivity? Posted, Refusal? Refusal)> ReadPostedAsync(
        HttpRequest request, Grant grant, CancellationToken cancellationToken)
    {
        if (!BoundedBody.IsJson(request))
        {
            return (null, Refusal.NotJson);
        }

        return await BoundedBody.ReadAsync(request, options.Value.MaxBodyBytes, cancellationToken) is { } body
            ? PostedActivity.Read(body.Span, grant, options.Value.MaxTextLength)
            : (null, Refusal.TooBig);
    }

    /// <summary>Stored and answered first, run afterwards: a slow bot must not make the client send again.</summary>
    private async Task<string> TakeAsync(string conversation, PostedActivity posted, CancellationToken cancellationToken)
    {
        if (posted.Activity.Type != ActivityTypes.Message)
        {
            return Pass(posted.Activity);
        }

        var stored = await store.PostAsync(conversation, posted.Activity, posted.ClientId, toRun: true, cancellationToken);
        pages.Ring(conversation);
        if (!stored.Repeat)
        {
            turns.Add(stored.Activity);
        }

        return stored.Activity.Id!;
    }

    /// <summary>"Is typing" and "I am here" go to the pages, the sender's too since it waits for its echo, and are kept nowhere.</summary>
    private string Pass(BotActivity activity)
    {
        var passing = unstored.Stamped(activity);
        unstored.Show(passing);
        return passing.Id!;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A message to conversation {Conversation} could not be stored; answered unstored: {Answered}.")]
        public static partial void StoreAway(ILogger logger, string conversation, bool answered);
    }
}
