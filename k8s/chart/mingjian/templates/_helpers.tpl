{{/* All helpers take (dict "root" $ "name" component). */}}
{{- define "mingjian.fullname" -}}
{{ printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "mingjian.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "mingjian.labels" -}}
{{ include "mingjian.selector" . }}
app.kubernetes.io/component: {{ .name }}
app.kubernetes.io/part-of: mingjian
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "mingjian.image" -}}
{{- $component := index .root.Values.components .name -}}
{{- $tagged := printf "%s/%s:%s" .root.Values.global.imageRegistry .name .root.Chart.AppVersion -}}
{{- if $component.image.digest }}{{ printf "%s@%s" $tagged $component.image.digest }}{{ else }}{{ fail (printf "components.%s.image.digest is needed: images are pinned" .name) }}{{ end -}}
{{- end }}

{{/* What operators wrote in an earlier release of the chart and must write differently now. */}}
{{- define "mingjian.removed" -}}
{{- if hasKey .Values "ingress" }}{{ fail "ingress was renamed: use expose.type, expose.host" }}{{ end -}}
{{- end }}

{{- define "mingjian.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "mingjian.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}
