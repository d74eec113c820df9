using Microsoft.AspNetCore.Http;
using WalkBuddyBot.BotFramework.Calls;

namespace WalkBuddyBot.BotFramework.Messages.Trust;

/// <summary>Mode Tokens, before there is anything here that can check a token: nobody is believed.</summary>
internal sealed class NobodyYet : IInboundTrust
{
    public ValueTask<(ICaller? Caller, Refusal? Refusal)> AdmitAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<(ICaller?, Refusal?)>((null, MessageRefusals.Token));
}
