using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>Registers the safety rules.</summary>
public static class SafetyServices
{
    /// <summary>The rules and the screen, from the safety files below a content folder, with the options of section <c>Safety</c> checked
    /// at start.</summary>
    public static IServiceCollection AddSafety(this IServiceCollection services, string contentFolder)
    {
        services.AddOptions<SafetyOptions>().BindConfiguration(SafetyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ISafetyRules>(provider =>
            SafetyRules.Load(contentFolder, provider.GetRequiredService<IOptions<SafetyOptions>>().Value));
        services.AddSingleton<ISafetyScreen, SafetyScreen>();
        return services;
    }
}
