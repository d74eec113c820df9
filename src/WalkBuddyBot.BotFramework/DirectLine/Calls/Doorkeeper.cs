using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WalkBuddyBot.BotFramework.Calls;
using WalkBuddyBot.BotFramework.DirectLine.Tokens;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>The one place where it is decided who may see a conversation, for calls and streams alike.</summary>
internal sealed partial class Doorkeeper(
    DirectLineTokens tokens, CallRates rates, IConversationStore store, ILogger<Doorkeeper> logger)
{
    private const string Scheme = "Bearer ";

    /// <summary>Reads the bearer token, and counts the call.</summary>
    /// <param name="request">The call.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="conversation">The conversation in the path, or null where there is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<(Grant? Grant, Refusal? Refusal)> AdmitAsync(
        HttpRequest request, CallKind kind, string? conversation, CancellationToken cancellationToken)
    {
        var given = request.Headers.Authorization;
        if (given.Count != 1 || given[0] is not { } header || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return (null, await UnprovenAsync(request, Refusal.Missing, cancellationToken));
        }

        return await tokens.ReadAsync(header[Scheme.Length..].Trim(), Audience.Token, cancellationToken) switch
        {
            TokenReading.Good good => Counted(kind, good.Grant, conversation, Refusal.Foreign),

            // Costs nothing and counts for nothing: a page that slept must be told, or it never asks for a new one.
            TokenReading.Expired => (null, Refusal.Expired),
            _ => (null, await UnprovenAsync(request, Refusal.Unreadable, cancellationToken)),
        };
    }

    /// <summary>Reads the bearer token and finds the conversation in the path, which must be there and the visitor's own.</summary>
    public async Task<(Grant? Grant, WebConversation? Conversation, Refusal? Refusal)> AdmitVisitorAsync(
        HttpRequest request, CallKind kind, string conversation, CancellationToken cancellationToken)
    {
        var (grant, refusal) = await AdmitAsync(request, kind, conversation, cancellationToken);
        if (grant is null)
        {
            return (null, null, refusal);
        }

        (var found, refusal) = await FindAsync(grant, cancellationToken);
        return (grant, found, refusal);
    }

    /// <summary>Reads the ticket in a stream's address.</summary>
    public async Task<(Grant? Grant, Refusal? Refusal)> AdmitTicketAsync(
        HttpRequest request, string? ticket, string conversation, CancellationToken cancellationToken) =>
        await tokens.ReadAsync(ticket, Audience.Ticket, cancellationToken) switch
        {
            TokenReading.Good good => Counted(CallKind.Open, good.Grant, conversation, Refusal.Ticket),
            TokenReading.Expired => (null, Refusal.Ticket),
            _ => (null, await UnprovenAsync(request, Refusal.Ticket, cancellationToken)),
        };

    /// <summary>The conversation of a grant, if it exists and is the visitor's own.</summary>
    public async Task<(WebConversation? Conversation, Refusal? Refusal)> FindAsync(Grant grant, CancellationToken cancellationToken) =>
        await store.FindAsync(grant.Conversation, cancellationToken) switch
        {
            null => (null, Refusal.Gone),
            var found when string.Equals(found.UserId, grant.User, StringComparison.Ordinal) => (found, null),
            _ => (null, Refused(Refusal.Foreign)),
        };

    private (Grant? Grant, Refusal? Refusal) Counted(CallKind kind, Grant grant, string? conversation, Refusal otherwise) =>
        rates.Of(kind, grant.User) is { } tooFast ? (null, tooFast)
        : conversation is null || string.Equals(grant.Conversation, conversation, StringComparison.Ordinal) ? (grant, null)
        : (null, Refused(otherwise));

    private async Task<Refusal> UnprovenAsync(HttpRequest request, Refusal why, CancellationToken cancellationToken)
    {
        var (_, tooFast) = await rates.OfUnprovenAsync(request, cancellationToken);
        return tooFast ?? (why == Refusal.Missing ? why : Refused(why));
    }

    private Refusal Refused(Refusal refusal)
    {
        Log.Refused(logger, refusal.Status, refusal.Code);
        return refusal;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Credentials for the web chat were refused: {Status} {Code}.")]
        public static partial void Refused(ILogger logger, int status, string code);
    }
}
