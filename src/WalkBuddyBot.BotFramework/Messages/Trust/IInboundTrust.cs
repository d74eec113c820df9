using Microsoft.AspNetCore.Http;
using WalkBuddyBot.BotFramework.Calls;

namespace WalkBuddyBot.BotFramework.Messages.Trust;

/// <summary>Who may call; one implementation a mode. Asked before a byte of the body is read.</summary>
internal interface IInboundTrust
{
    /// <summary>The caller, or why not.</summary>
    ValueTask<(ICaller? Caller, Refusal? Refusal)> AdmitAsync(HttpRequest request, CancellationToken cancellationToken);
}
